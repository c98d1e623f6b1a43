"""What curators see of what readers wrote."""

from .reports import ErrorReportAdmin

__all__ = ["ErrorReportAdmin"]
