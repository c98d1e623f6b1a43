"""The tool that turned the draft fact sheets into the starting register; docs/facts.md explains."""
