// Mozilla User Preferences

user_pref("app.normandy.first_run", false);
user_pref("media.getusermedia.camera.deny", true);
