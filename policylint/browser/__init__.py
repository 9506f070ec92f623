"""The scan: a real browser visits a site and makes the choices that a visitor can make."""
