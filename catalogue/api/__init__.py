"""The API: the published documents as they are stored, open to everybody, for reading."""
