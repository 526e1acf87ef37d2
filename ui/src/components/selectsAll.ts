// What stands in a field when a person comes to it is selected, so that typing replaces it:
// with the pointer, too, where a press would put the cursor into it instead.

export function selectsAll(field: HTMLInputElement): () => void {
  let came = false;
  const onfocus = (): void => {
    came = true;
    field.select();
  };
  const onmouseup = (): void => {
    // Who drew over some of it has selected what is meant.
    if (came && field.selectionStart === field.selectionEnd) field.select();
    came = false;
  };
  const onkeydown = (): void => void (came = false);
  field.addEventListener("focus", onfocus);
  field.addEventListener("mouseup", onmouseup);
  field.addEventListener("keydown", onkeydown);
  if (document.activeElement === field) onfocus();
  return () => {
    field.removeEventListener("focus", onfocus);
    field.removeEventListener("mouseup", onmouseup);
    field.removeEventListener("keydown", onkeydown);
  };
}
