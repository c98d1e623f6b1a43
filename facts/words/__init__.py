"""The words of the fact sheets and what each means in the register: one table for each field."""
