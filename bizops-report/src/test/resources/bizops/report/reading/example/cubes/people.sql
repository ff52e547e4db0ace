/*
title: a person
dimensions: [channel]
columns:
  name: Name
  email: E-mail
details: true
optional: true
*/
select channel, name, email from {core}.person
