"""Deposits as the Secretary-General of the United Nations lists them as depositary.

Source: Multilateral Treaties Deposited with the Secretary-General, status tables of chapters
IV-13, V-2, V-5, XVIII-12, XVIII-12-a and XVIII-12-b, as at March 2015. Of each table: all
deposits up to the day of the one that decided the entry into force, and every act of six states.
A letter after the day is the printed one: "a" for accession, none for ratification.
"""

# Deposits up to the deciding one, in the order of their days.
DEPOSITS = {
    "untoc": """
2001-06-05 Monaco; 2001-06-28 Nigeria; 2001-09-06 Serbia; 2001-11-12 Poland;
2001-12-05 Bulgaria; 2001-12-07 Latvia; 2002-01-23 Peru; 2002-03-01 Spain; 2002-04-12 Mali;
2002-04-24 Bosnia and Herzegovina; 2002-05-09 Lithuania; 2002-05-13 Canada;
2002-05-13 Venezuela; 2002-05-15 Burkina Faso; 2002-05-28 Philippines; 2002-07-08 Tajikistan;
2002-07-19 New Zealand; 2002-07-24 Antigua and Barbuda; 2002-08-16 Namibia; 2002-08-21 Albania;
2002-08-29 Botswana; 2002-09-09 Nicaragua; 2002-09-17 Ecuador; 2002-09-19 Morocco;
2002-10-07 Algeria; 2002-10-29 France; 2002-11-19 Argentina; 2002-12-04 Romania;
2003-01-24 Croatia; 2003-02-07 Equatorial Guinea; 2003-02-10 Estonia; 2003-03-04 Mexico;
2003-03-25 Turkey; 2003-04-21 Mauritius; 2003-04-22 Cyprus; 2003-04-22 Seychelles;
2003-05-05 Gambia; 2003-06-19 Tunisia; 2003-06-25 Belarus; 2003-07-01 Armenia
""",
    "trafficking": """
2001-06-05 Monaco; 2001-06-28 Nigeria; 2001-09-06 Serbia; 2001-12-05 Bulgaria; 2002-01-23 Peru;
2002-03-01 Spain; 2002-04-12 Mali; 2002-04-24 Bosnia and Herzegovina; 2002-05-13 Canada;
2002-05-13 Venezuela; 2002-05-15 Burkina Faso; 2002-05-28 Philippines; 2002-07-08 a Tajikistan;
2002-07-19 New Zealand; 2002-08-16 Namibia; 2002-08-21 Albania; 2002-08-29 Botswana;
2002-09-17 Ecuador; 2002-10-29 France; 2002-11-19 Argentina; 2002-12-04 Romania;
2003-01-24 Croatia; 2003-02-07 Equatorial Guinea; 2003-03-04 Mexico; 2003-03-25 Turkey;
2003-05-05 Gambia; 2003-06-23 Lithuania; 2003-06-25 Belarus; 2003-07-01 Armenia;
2003-07-14 Tunisia; 2003-08-06 Cyprus; 2003-09-09 Costa Rica; 2003-09-23 Norway;
2003-09-24 Lesotho; 2003-09-24 Malta; 2003-09-24 a Mauritius; 2003-09-26 Poland;
2003-09-26 Rwanda; 2003-09-26 a Belize; 2003-09-26 a Lao People's Democratic Republic
""",
    "smuggling": """
2001-06-05 Monaco; 2001-09-06 Serbia; 2001-09-27 Nigeria; 2001-12-05 Bulgaria; 2002-01-23 Peru;
2002-03-01 Spain; 2002-04-12 Mali; 2002-04-24 Bosnia and Herzegovina; 2002-05-13 Canada;
2002-05-15 Burkina Faso; 2002-05-28 Philippines; 2002-07-08 a Tajikistan;
2002-07-19 New Zealand; 2002-08-16 Namibia; 2002-08-21 Albania; 2002-08-29 Botswana;
2002-09-17 Ecuador; 2002-10-29 France; 2002-11-19 Argentina; 2002-12-04 Romania;
2003-01-24 Croatia; 2003-03-04 Mexico; 2003-03-25 Turkey; 2003-04-23 Latvia; 2003-05-05 Gambia;
2003-05-12 Lithuania; 2003-06-25 Belarus; 2003-07-01 Armenia; 2003-07-14 Tunisia;
2003-08-06 Cyprus; 2003-08-07 Costa Rica; 2003-09-23 Norway; 2003-09-24 Malta;
2003-09-24 a Mauritius; 2003-09-26 Poland; 2003-09-26 a Lao People's Democratic Republic;
2003-09-29 Jamaica; 2003-10-02 Kyrgyzstan; 2003-10-27 Senegal; 2003-10-30 Azerbaijan
""",
    "migrant_workers": """
1993-02-19 a Egypt; 1993-06-21 Morocco; 1994-12-15 a Seychelles; 1995-05-24 a Colombia;
1995-07-05 Philippines; 1995-11-14 a Uganda; 1996-03-11 a Sri Lanka;
1996-12-13 a Bosnia and Herzegovina; 1997-09-16 a Cabo Verde; 1999-01-11 a Azerbaijan;
1999-03-08 Mexico; 1999-06-09 a Senegal; 2000-09-07 Ghana; 2000-09-07 a Guinea;
2000-10-16 a Bolivia; 2001-02-15 a Uruguay; 2001-11-14 a Belize; 2002-01-08 Tajikistan;
2002-02-05 a Ecuador; 2003-03-14 El Salvador; 2003-03-14 Guatemala
""",
    "refugees": """
1952-12-04 Denmark; 1953-03-23 Norway; 1953-07-22 Belgium; 1953-07-23 Luxembourg;
1953-12-01 Germany; 1954-01-22 a Australia
""",
    "refugees_protocol": """
1967-06-08 a Holy See; 1967-08-30 a Central African Republic; 1967-09-19 a Cameroon;
1967-09-29 a Gambia; 1967-10-03 a Senegal; 1967-10-04 a Sweden
""",
}

# Signature and instrument of six states: "-" where the table shows none.
SIX_STATES = {
    "untoc": """
UZB 2000-12-13 2003-12-09; KAZ 2000-12-13 2008-07-31; KGZ 2000-12-13 2003-10-02
TJK 2000-12-12 2002-07-08; TKM - 2005-03-28 a; RUS 2000-12-12 2004-05-26
""",
    "trafficking": """
UZB 2001-06-28 2008-08-12; KAZ - 2008-07-31 a; KGZ 2000-12-13 2003-10-02
TJK - 2002-07-08 a; TKM - 2005-03-28 a; RUS 2000-12-12 2004-05-26
""",
    "smuggling": """
UZB 2001-06-28 -; KAZ - 2008-07-31 a; KGZ 2000-12-13 2003-10-02
TJK - 2002-07-08 a; TKM - 2005-03-28 a; RUS 2000-12-12 2004-05-26
""",
    "migrant_workers": """
UZB - -; KAZ - -; KGZ - 2003-09-29 a
TJK 2000-09-07 2002-01-08; TKM - -; RUS - -
""",
    "refugees": """
UZB - -; KAZ - 1999-01-15 a; KGZ - 1996-10-08 a
TJK - 1993-12-07 a; TKM - 1998-03-02 a; RUS - 1993-02-02 a
""",
    "refugees_protocol": """
UZB - -; KAZ - 1999-01-15 a; KGZ - 1996-10-08 a
TJK - 1993-12-07 a; TKM - 1998-03-02 a; RUS - 1993-02-02 a
""",
}
