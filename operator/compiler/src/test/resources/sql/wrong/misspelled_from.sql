SELECT pid FORM system_calls
