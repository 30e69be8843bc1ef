"""Cases: where reports and what was understood of them are kept and found again. Refuses to judge, fold or read anything."""
