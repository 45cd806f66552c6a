// Puts a button beside each piece of code that copies it; without a clipboard there is none.
(() => {
  const { copy, copied } = document.currentScript.dataset;
  if (!navigator.clipboard) return;
  for (const code of document.querySelectorAll(".code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.querySelector("code").textContent);
      button.textContent = copied;
      setTimeout(() => (button.textContent = copy), 2000);
    });
    code.append(button);
  }
})();
