// What npm installed into a folder: load(FOLDER, NAME).  Ends the process if it is not there; the
// benchmark that started it says what that means.
import { createRequire } from "node:module";
import { resolve } from "node:path";

export function load(folder, name) {
  try {
    return createRequire(resolve(folder) + "/")(name);
  } catch {
    process.exit(1);
  }
}
