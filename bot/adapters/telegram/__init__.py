"""Telegram: a private chat with the bot. Only this package knows aiogram, which is slow to import: import its modules when needed."""
