// validatorUrl: null, since the page must not ask another site about the contract. The list of all schemas starts folded, since the page
// draws what it shows again with every click; each operation shows its own.
SwaggerUIBundle({
  url: "../openapi",
  dom_id: "#swagger-ui",
  deepLinking: true,
  filter: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
