// Nothing to call: the library stands between a program and the system.
