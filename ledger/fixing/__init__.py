"""An entry's file put in order: keys, dates, quotes, ends of lines; what it says stays as it is."""
