"""What is remembered, on disk: tables, sealing, retention, erasing. No rule of the product here."""
