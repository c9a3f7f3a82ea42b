"""The numbered steps that bring an older record to today's schema (an Alembic environment)."""
