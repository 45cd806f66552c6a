// Makes the drawn maps move, once they come into view. The drawing stays what is read and printed: the list beside it says
// the same in words.
const LEAFLET = "/webjars/leaflet/${leaflet.version}/dist/leaflet";

function loaded(element) {
  return new Promise((done, failed) => {
    element.addEventListener("load", done);
    element.addEventListener("error", failed);
    document.head.append(element);
  });
}

let leaflet;
function withLeaflet() {
  if (!leaflet) {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: LEAFLET + ".css" });
    const script = Object.assign(document.createElement("script"), { src: LEAFLET + ".js" });
    leaflet = Promise.all([loaded(style), loaded(script)]);
  }
  return leaflet;
}

function label(point) {
  const link = document.createElement("a");
  link.href = point.dataset.href;
  link.textContent = point.dataset.name;
  return link;
}

async function move(place) {
  const [outlines] = await Promise.all([fetch(place.dataset.outlines).then(answer => answer.json()), withLeaflet()]);
  const L = window.L;
  const drawing = place.querySelector("svg");
  const frame = document.createElement("div");
  frame.className = "map-frame";
  // The drawing that has the name gives way to it.
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", place.dataset.label);
  place.append(frame);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(frame, {
    zoomControl: false, attributionControl: false, zoomSnap: 0.25, minZoom: 7, maxZoom: 18, scrollWheelZoom: false,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm,
  });
  const points = [...drawing.querySelectorAll("g[data-lat]")]
    .map(point => [point, [Number(point.dataset.lat), Number(point.dataset.lon)]]);
  const tiled = Boolean(place.dataset.tiles);
  const chosen = drawing.querySelector(".chosen")?.dataset.id;
  const area = L.geoJSON(outlines, {
    interactive: false,
    style: province => ({ className: "area" + (tiled ? " bare" : province.properties.id === chosen ? " chosen" : "") }),
  });
  // Without tiles there is little to see but borders and names: the map begins where the drawing looks.
  const near = points.length > 0 && (tiled || !place.classList.contains("whole"));
  // What is drawn needs to know where the map looks before it is added.
  if (near) {
    // Beside the buttons, and with room for pins and names.
    map.fitBounds(L.latLngBounds(points.map(([, at]) => at)), {
      maxZoom: tiled ? (points.length > 1 ? 13 : 11) : 10, animate: false, paddingTopLeft: [64, 40], paddingBottomRight: [40, 24],
    });
  } else {
    map.fitBounds(area.getBounds(), { animate: false });
  }
  L.control.zoom({ zoomInTitle: place.dataset.zoomIn, zoomOutTitle: place.dataset.zoomOut }).addTo(map);
  if (tiled) {
    L.tileLayer(place.dataset.tiles, { maxZoom: 19 }).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(place.dataset.credit).addTo(map);
  }
  area.addTo(map);
  if (!tiled) {
    for (const name of drawing.querySelectorAll("text[data-lat]")) {
      const lines = [...name.children].map(line => line.textContent);
      const text = Object.assign(document.createElement("span"), { textContent: lines.join("\n") || name.textContent });
      L.marker([Number(name.dataset.lat), Number(name.dataset.lon)], {
        interactive: false, keyboard: false,
        icon: L.divIcon({ className: "place-name", html: text, iconSize: [0, 0], iconAnchor: [0, lines.length ? 0 : drawing.querySelector(".dot-number") ? 26 : 20] }),
      }).addTo(map);
    }
  }
  for (const [point, at] of points) {
    if (point.classList.contains("origin")) {
      L.circleMarker(at, { radius: 9, className: "origin-dot", interactive: false }).addTo(map);
    } else if (point.dataset.number) {
      const marker = L.marker(at, {
        title: point.dataset.name,
        icon: L.divIcon({ className: "pin", html: point.dataset.number, iconSize: [32, 32] }),
      }).bindPopup(label(point)).addTo(map);
      marker.getElement().setAttribute("aria-label", point.dataset.number + " " + point.dataset.name);
    } else {
      L.circleMarker(at, { radius: 8, className: "point-dot" }).bindPopup(label(point)).addTo(map);
    }
  }
  drawing.classList.add("below");
}

const views = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      views.unobserve(entry.target);
      // Without the moving map there is still the drawn one.
      move(entry.target).catch(() => entry.target.querySelector(".map-frame")?.remove());
    }
  }
}, { rootMargin: "100px" });
document.querySelectorAll("[data-map]").forEach(place => views.observe(place));
