// The button "My location", and suggestions of places while the visitor types. The form works without this script.
const form = document.querySelector("form.finder");
const place = form.elements.place;
const button = form.querySelector("[data-locate]");
const label = button.querySelector("[data-label]");
const error = form.querySelector("[data-error]");

function hidden(name, value) {
  const field = form.elements[name] ?? Object.assign(document.createElement("input"), { type: "hidden", name });
  field.value = value;
  form.append(field);
}

const usual = label.textContent;

function ready() {
  button.disabled = false;
  label.textContent = usual;
}

// A visitor who comes back finds the page as it was.
addEventListener("pageshow", event => event.persisted && ready());

button.addEventListener("click", () => {
  const refuse = () => {
    ready();
    error.textContent = button.dataset.refused;
    place.focus();
  };
  if (!navigator.geolocation) {
    refuse();
    return;
  }
  button.disabled = true;
  label.textContent = button.dataset.locating;
  navigator.geolocation.getCurrentPosition(found => {
    // Three decimals are about a hundred metres: precise enough to find nearby points, and no more than that for privacy.
    hidden("lat", found.coords.latitude.toFixed(3));
    hidden("lon", found.coords.longitude.toFixed(3));
    place.value = "";
    form.submit();
  }, refuse, { timeout: 10000, maximumAge: 300000 });
});

// Empty fields are not sent, so that the URL stays short enough to share.
form.addEventListener("formdata", event => {
  for (const [name, value] of [...event.formData]) {
    if (value === "" || event.formData.get("place") && (name === "lat" || name === "lon")) {
      event.formData.delete(name);
    }
  }
});

const names = Object.assign(document.createElement("datalist"), { id: "place-names" });
place.after(names);
place.setAttribute("list", names.id);
let waiting;
let asked;
place.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const typed = place.value.trim();
    if (typed.length < 2 || typed === asked || [...names.options].some(option => option.value === typed)) {
      return;
    }
    asked = typed;
    const answer = await fetch("/v1/places?pageSize=8&q=" + encodeURIComponent(typed)).catch(() => null);
    if (answer?.ok && asked === typed) {
      const { items } = await answer.json();
      names.replaceChildren(...items.map(item => new Option("", item.postalCode + " " + item.locality)));
    }
  }, 200);
});
