"""Pictures as plain geometry: shapes of countries, frames of maps, lanes of a timeline. No record is known here."""
