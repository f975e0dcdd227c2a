/** The client disconnected before its body was complete. No response can reach it. */
export class ClientLeft extends Error {
  override readonly name = "ClientLeft";

  constructor() {
    super("The client disconnected before its body was complete.");
  }
}
