"""Runs the steps inside the transaction that the caller has begun; Alembic loads this file."""

from alembic import context


def run() -> None:
    """Run what is missing on the caller's connection; the caller commits or rolls back."""
    context.configure(
        connection=context.config.attributes["connection"],
        transactional_ddl=True,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
