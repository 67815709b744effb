"""Facts about the world that the news takes for granted: tables of facts, and their loaders."""
