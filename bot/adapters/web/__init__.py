"""The browser chat: server-rendered, whole without JavaScript, nicer with it."""
