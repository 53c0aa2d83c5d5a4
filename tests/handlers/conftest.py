"""What conversations about one noun start from."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Store


@pytest.fixture
def office(cast_office: Store) -> AsyncSession:
    """A session on the cast's office; what a test adds, it commits."""
    return cast_office.sessions()
