"""Who signs what Teams posts, with keys of its own; and the certificates of a small Entra."""

import base64
import datetime
import functools
import hashlib
import hmac
import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

ISSUER = "https://api.botframework.com"
PEM = serialization.Encoding.PEM


@functools.cache
def make_key(number: int, bits: int = 2048) -> rsa.RSAPrivateKey:
    """Make a key once for all tests."""
    del number
    return rsa.generate_private_key(65537, bits)


def encode(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def encode_object(said: Mapping[str, Any]) -> str:
    return encode(json.dumps(said).encode())


@dataclass
class Issuer:
    """Signs tokens and publishes its keys. Written by hand, so that it can also sign nonsense."""

    number: int = 1
    endorsements: list[str] = field(default_factory=lambda: ["msteams", "webchat"])
    names: dict[str, tuple[int, list[str] | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        make_key(self.number)  # before two threads ask for it at once, and get one each
        self.names = {"key-1": (self.number, self.endorsements)}

    def roll(self) -> None:
        """Publish a new key in the place of the old."""
        self.number += 1
        self.names = {f"key-{self.number}": (self.number, self.endorsements)}

    @property
    def kid(self) -> str:
        return next(reversed(self.names))

    def publish(self) -> dict[str, Any]:
        keys = []
        for name, (number, endorsements) in self.names.items():
            numbers = make_key(number).public_key().public_numbers()
            key = {"kty": "RSA", "use": "sig", "kid": name, "x5t": name,
                   "n": encode(numbers.n.to_bytes(256, "big")), "e": "AQAB"}  # fmt: skip
            keys.append(key if endorsements is None else {**key, "endorsements": endorsements})
        return {"keys": keys}

    def sign(
        self,
        claims: Mapping[str, Any],
        header: Mapping[str, Any] | None = None,
        number: int | None = None,
    ) -> str:
        """Sign claims, with another header or another key where a test wants it."""
        head = {"alg": "RS256", "typ": "JWT", "kid": self.kid, **(header or {})}
        signed = f"{encode_object(head)}.{encode_object(claims)}"
        key = make_key(self.number if number is None else number)
        match head["alg"]:
            case "none":
                return f"{signed}."
            case "HS256":  # with the public key as the secret, as forgers do
                public = key.public_key().public_bytes(
                    PEM, serialization.PublicFormat.SubjectPublicKeyInfo
                )
                made = hmac.new(public, signed.encode(), hashlib.sha256).digest()
            case "RS512":
                made = key.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA512())
            case _:
                made = key.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{signed}.{encode(made)}"


def make_certificate(name: str = "127.0.0.1") -> tuple[bytes, bytes]:
    """Make a certificate and its key, as PEM: for a server here, or for a client to sign with."""
    key = make_key(100)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, key_cert_sign=True, crl_sign=True,
                content_commitment=False, key_encipherment=True, data_encipherment=False,
                key_agreement=False, encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    private = key.private_bytes(
        PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return made.public_bytes(PEM), private
