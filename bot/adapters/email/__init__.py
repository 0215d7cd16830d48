"""E-mail to staff, by SMTP: one letter a connection."""
