{
  "exportFormatVersion": 2,
  "containerVersion": {
    "container": { "publicId": "GTM-ABC123", "usageContext": ["WEB"] },
    "tag": [
      {
        "tagId": "1",
        "name": "Hotjar",
        "type": "hjtc",
        "firingTriggerId": ["2147479553"],
        "consentSettings": {
          "consentStatus": "NEEDED",
          "consentType": { "type": "LIST", "list": [{ "type": "TEMPLATE", "value": "analytics_storage" }] }
        }
      }
    ]
  }
}
