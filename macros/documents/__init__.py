"""Documents made from the content, for those who work on paper or in Word."""
