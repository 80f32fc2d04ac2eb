"""What there is: frozen values of an agreement, its staffing and its records."""
