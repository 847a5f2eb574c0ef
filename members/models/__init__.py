from .organization import Organization
from .user import User

__all__ = ["Organization", "User"]
