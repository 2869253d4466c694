// Mozilla User Preferences

user_pref("app.normandy.first_run", false);
user_pref("media.navigator.enabled", false);
user_pref("media.peerconnection.enabled", false);
