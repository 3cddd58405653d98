// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IPausableOwned} from "../interfaces/IPausableOwned.sol";

/// @title Owner, pause switch and upgrades of the L1 bridge contracts
abstract contract PausableOwned is
    IPausableOwned,
    Ownable2StepUpgradeable,
    PausableUpgradeable,
    UUPSUpgradeable,
    ReentrancyGuardTransient
{
    /// @inheritdoc IPausableOwned
    function pause() external onlyOwner {
        _pause();
    }

    /// @inheritdoc IPausableOwned
    function unpause() external onlyOwner {
        _unpause();
    }

    function __PausableOwned_init(address owner_) internal onlyInitializing {
        __Ownable_init(owner_);
        __Pausable_init();
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}
}
