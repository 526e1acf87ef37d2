// Tagging or adding all results: one such work runs at a time.

let running = false;

export const resultWork = {
  /** False while another runs; else it has begun, until `end`. */
  begin(): boolean {
    if (running) return false;
    running = true;
    return true;
  },
  end(): void {
    running = false;
  },
};
