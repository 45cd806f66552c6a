// validatorUrl: null, since the page must not ask another site about the contract.
SwaggerUIBundle({
  url: "../openapi",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
});
