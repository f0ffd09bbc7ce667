-- The words that stand in texts, read straight from their index: holds nothing of its own.
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab('search_text', 'instance');
