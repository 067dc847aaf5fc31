"""What programs can say of a text: advice, spelling and drafts; never a failure, and always for a person to judge."""
