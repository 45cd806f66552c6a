// "My location", and names of places while somebody types. The form works without.
const form = document.querySelector("form.finder");
const place = form.elements.place;
const button = form.querySelector("[data-locate]");
const says = button.querySelector("[data-says]");
const told = form.querySelector("[data-told]");

function hidden(name, value) {
  const field = form.elements[name] ?? Object.assign(document.createElement("input"), { type: "hidden", name });
  field.value = value;
  form.append(field);
}

const usual = says.textContent;

function ready() {
  button.disabled = false;
  says.textContent = usual;
}

// Who comes back finds the page as it was left.
addEventListener("pageshow", event => event.persisted && ready());

button.addEventListener("click", () => {
  const refuse = () => {
    ready();
    told.textContent = button.dataset.refused;
    place.focus();
  };
  if (!navigator.geolocation) {
    refuse();
    return;
  }
  button.disabled = true;
  says.textContent = button.dataset.locating;
  navigator.geolocation.getCurrentPosition(found => {
    // About a hundred metres: enough to find what is near, and nobody needs to know more.
    hidden("lat", found.coords.latitude.toFixed(3));
    hidden("lon", found.coords.longitude.toFixed(3));
    place.value = "";
    form.submit();
  }, refuse, { timeout: 10000, maximumAge: 300000 });
});

// A form that was filled in must not send what is empty: the address stays short enough to share.
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
