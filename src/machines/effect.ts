// What an action of a chart stands for outside of it.

/** An action that is only named here: whoever runs the machine brings it about. */
export function effect(): void {}
