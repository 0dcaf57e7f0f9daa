import QtQuick 2.15
import org.kde.plasma.configuration 2.0

ConfigModel {
    ConfigCategory {
        name: "General"
        icon: "session-request"
        source: "ConfigGeneral.qml"
    }
}
