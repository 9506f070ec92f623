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
        "consentSettings": { "consentStatus": "NOT_SET" } // expect: IMP004
      }
    ]
  }
}
