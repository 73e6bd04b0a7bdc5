// How a function of the simulated server throws.

/** An exception in the server's program. Never leaves perform(), which turns it into an Outcome. */
export class ServiceException extends Error {
  constructor(
    /** Its class, as Python names it. */
    readonly exception: string,
    message: string,
  ) {
    super(message);
  }
}
