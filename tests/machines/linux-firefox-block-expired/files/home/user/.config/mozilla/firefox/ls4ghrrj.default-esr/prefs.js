// Mozilla User Preferences

user_pref("app.normandy.first_run", false);
