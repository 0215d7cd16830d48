"""What a language model may do with what the bot says: where, with which prompt, and what of its words may be said. All of it pure."""
