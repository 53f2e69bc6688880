"""The golden register, built and released once, copied by each test that changes it."""

from tests.releases.conftest import golden_site, next_golden_site, site, two_releases  # noqa: F401
