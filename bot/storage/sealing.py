"""Encryption and pseudonyms, as pure functions of a secret. No database and no files here.

Every sub-key comes from the secret through HKDF with a purpose of its own, so a pseudonym tells
nothing about a sealing key. The sealing key also depends on the place (table and primary key):
ciphertext that somebody moves to another person's row does not open there.
"""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.core.errors import StorageError

_KEY_BYTES = 32

Place = Sequence[str]


class UnsealError(StorageError):
    """Ciphertext does not open with any secret we have."""


class Sealer:
    """Seals with the newest secret and opens with any of them, so that secrets can rotate."""

    def __init__(self, secrets: Sequence[bytes]) -> None:
        self._secrets = tuple(secrets)

    def seal(self, text: str, place: Place) -> bytes:
        """Encrypt a text for a place."""
        return self._keys(place).encrypt(_encode(text))

    def unseal(self, sealed: bytes, place: Place) -> str:
        """Decrypt what was sealed for this place.

        Raises:
            UnsealError: the secret, the place or the bytes are not those of the sealing.
        """
        try:
            return self._keys(place).decrypt(sealed).decode("utf-8", "surrogatepass")
        except InvalidToken as error:
            raise UnsealError(
                f"An entry of “{place[0]}” cannot be opened: it was changed, or it was sealed with"
                " another secret. Restore the database and its secret from the same backup."
            ) from error

    def is_newest(self, sealed: bytes, place: Place) -> bool:
        """Say whether the newest secret alone opens it."""
        try:
            Sealer(self._secrets[:1]).unseal(sealed, place)
        except UnsealError:
            return False
        return True

    def _keys(self, place: Place) -> MultiFernet:
        purpose = json.dumps(["seal", *place])
        return MultiFernet(
            [Fernet(urlsafe_b64encode(derive_key(secret, purpose))) for secret in self._secrets]
        )


class Pseudonyms:
    """Turns ids of people and conversations into names that only the holder of the key can make."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def name_person(self, person: str) -> str:
        """Give the pseudonym of a person."""
        return self._name("person", person)

    def name_conversation(self, person: str, conversation: str) -> str:
        """Give the pseudonym of a person's side of a conversation, so that two do not share one."""
        return self._name("conversation", person, conversation)

    def derive_signing_key(self, purpose: str) -> bytes:
        """Give a key that every process of this database has, to sign something with."""
        return derive_key(self._key, purpose)

    def _name(self, *parts: str) -> str:
        # JSON keeps the parts apart: ("a", "bc") is not ("ab", "c").
        message = json.dumps(parts).encode("ascii")
        return hmac.digest(self._key, message, "sha256").hex()


def derive_key(secret: bytes, purpose: str) -> bytes:
    """Derive the sub-key for a purpose."""
    info = f"jourfix/1/{purpose}".encode()
    return HKDF(hashes.SHA256(), _KEY_BYTES, salt=None, info=info).derive(secret)


def _encode(text: str) -> bytes:
    # Drafts may hold lone surrogates; they come back as they were.
    return text.encode("utf-8", "surrogatepass")
