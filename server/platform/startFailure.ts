/** Something outside the program keeps it from starting. Printed as one line in Russian, with exit code 1 and no stack. */
export class StartFailure extends Error {}
