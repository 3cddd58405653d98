// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {Bridgehub} from "../../src/bridgehub/Bridgehub.sol";
import {MessageRoot} from "../../src/bridgehub/MessageRoot.sol";
import {Chain} from "../../src/chain/Chain.sol";
import {ChainAdmin} from "../../src/chain/ChainAdmin.sol";
import {ChainStorage} from "../../src/chain/ChainStorage.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {ChainInit, ChainParams, FeeParams} from "../../src/common/Types.sol";
import {ChainBeacon} from "../../src/manager/ChainBeacon.sol";
import {ChainTypeManager} from "../../src/manager/ChainTypeManager.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

contract ManagerTest is Core {
    bytes32 private ether_;

    function setUp() public override {
        super.setUp();
        ether_ = AssetId.ofEther(block.chainid);
    }

    function create(uint256 id, address manager_, bytes32 asset, ChainParams memory p, bytes4 reason) private {
        expectError(reason);
        vm.prank(OWNER);
        hub.createNewChain(id, manager_, asset, ADMIN, abi.encode(p));
        eq(hub.getZKChain(CHAIN_ID + 1), address(0));
    }

    /* Creation */

    function test_chainStandsWhereItWasForetold() public {
        eq(address(chain), manager.chainAddress(CHAIN_ID));
        eq(hub.getZKChain(CHAIN_ID), address(chain));
        eq(hub.getHyperchain(CHAIN_ID), address(chain));
        eq(manager.getZKChain(CHAIN_ID), address(chain));
        address foretold = manager.chainAddress(300);
        eq(address(createChain(300)), foretold);
        eq(hub.getAllZKChainChainIDs().length, 2);
    }

    function test_newChainIsAtGenesis() public view {
        eq(chain.storedBatchHash(0), keccak256(abi.encode(genesis())));
        eq(chain.storedBatchHash(1), 0);
        eq(chain.getTotalBatchesCommitted(), 0);
        eq(chain.getAdmin(), ADMIN);
        eq(chain.getChainId(), CHAIN_ID);
        eq(chain.getProtocolVersion(), VERSION);
        (uint32 major, uint32 minor, uint32 patch) = chain.getSemverProtocolVersion();
        eq(uint256(major) * 10_000 + uint256(minor) * 100 + patch, 3100);
        eq(
            chain.chainConfigHash(),
            keccak256(abi.encode(uint256(1), CHAIN_ID, uint256(3), uint256(100_000_000), uint256(800)))
        );
        yes(chain.isValidator(address(timelock)), "the timelock is the validator");
        eq(hub.baseToken(CHAIN_ID), address(1));
        eq(hub.baseTokenAssetId(CHAIN_ID), chain.getBaseTokenAssetId());
        eq(hub.sharedBridge(), address(router));
    }

    function test_refusesBadChains() public {
        ChainParams memory p = params();
        create(CHAIN_ID, address(manager), ether_, p, Bridgehub.ChainExists.selector);
        create(0, address(manager), ether_, p, Bridgehub.ChainIdInvalid.selector);
        create(block.chainid, address(manager), ether_, p, Bridgehub.ChainIdInvalid.selector);
        create(uint256(1) << 48, address(manager), ether_, p, Bridgehub.ChainIdInvalid.selector);
        create(300, STRANGER, ether_, p, Bridgehub.ManagerUnknown.selector);
        create(300, address(manager), keccak256("asset"), p, Bridgehub.AssetIdUnknown.selector);

        p.daValidator = STRANGER;
        create(300, address(manager), ether_, p, ChainAdmin.DAValidatorNotListed.selector);
        p = params();
        p.operatorTimelock = address(0);
        create(300, address(manager), ether_, p, ChainAdmin.ZeroAddress.selector);
        p = params();
        p.priorityTxMaxGasLimit = p.config.blockGasLimit + 1;
        create(300, address(manager), ether_, p, ChainAdmin.PriorityGasLimitInvalid.selector);
        p = params();
        p.feeParams.maxL2GasPerBatch = 0;
        create(300, address(manager), ether_, p, ChainAdmin.FeeParamsInvalid.selector);
    }

    function test_onlyTheBridgehubCreatesChains() public {
        expectError(ChainTypeManager.NotTheBridgehub.selector);
        vm.prank(OWNER);
        manager.createNewChain(300, ether_, ADMIN, abi.encode(params()));
    }

    function test_nothingIsInitializedTwice() public {
        ChainInit memory init;
        expectError(Initializable.InvalidInitialization.selector);
        chain.initialize(init);
        expectError(Initializable.InvalidInitialization.selector);
        hub.initialize(STRANGER);
        expectError(Initializable.InvalidInitialization.selector);
        manager.initialize(STRANGER);
        expectError(Initializable.InvalidInitialization.selector);
        timelock.initialize(STRANGER, 0);
        Chain bare = new Chain(1, 1);
        expectError(Initializable.InvalidInitialization.selector);
        bare.initialize(init);
    }

    /* Powers */

    function test_ownersOnly() public {
        bytes4 reason = OwnableUpgradeable.OwnableUnauthorizedAccount.selector;
        bytes[11] memory hubAndManager = [
            abi.encodeCall(hub.setAddresses, (STRANGER, STRANGER)),
            abi.encodeCall(hub.addChainTypeManager, (STRANGER)),
            abi.encodeCall(hub.removeChainTypeManager, (address(manager))),
            abi.encodeCall(hub.addTokenAssetId, (keccak256("asset"))),
            abi.encodeCall(hub.createNewChain, (300, address(manager), ether_, STRANGER, "")),
            abi.encodeCall(hub.pause, ()),
            abi.encodeCall(manager.setProtocolVersion, (VERSION + 1, address(chain))),
            abi.encodeCall(manager.setCurrentVersion, (VERSION)),
            abi.encodeCall(manager.registerDAValidator, (address(blobs), 4)),
            abi.encodeCall(manager.setValidator, (CHAIN_ID, STRANGER, true)),
            abi.encodeCall(manager.freezeChain, (CHAIN_ID))
        ];
        for (uint256 i = 0; i < hubAndManager.length; ++i) {
            address target = i < 6 ? address(hub) : address(manager);
            vm.prank(ADMIN);
            (bool ok, bytes memory answer) = target.call(hubAndManager[i]);
            yes(!ok && bytes4(answer) == reason, "only the owner");
        }
        expectError(Ownable.OwnableUnauthorizedAccount.selector);
        vm.prank(ADMIN);
        registry.setVerifier(VERSION + 1, address(chain));
    }

    function test_codeIsUpgradedByOwnersOnly() public {
        address code = address(new Bridgehub());
        expectError(OwnableUpgradeable.OwnableUnauthorizedAccount.selector);
        vm.prank(ADMIN);
        hub.upgradeToAndCall(code, "");
        vm.prank(OWNER);
        hub.upgradeToAndCall(code, "");
        eq(hub.getZKChain(CHAIN_ID), address(chain));
    }

    function test_chainObeysItsAdminAndItsManager() public {
        bytes4 reason = ChainStorage.Unauthorized.selector;
        FeeParams memory fees = feeParams();
        bytes[8] memory calls = [
            abi.encodeCall(chain.setPendingAdmin, (STRANGER)),
            abi.encodeCall(chain.changeFeeParams, (fees)),
            abi.encodeCall(chain.setPriorityTxMaxGasLimit, (1)),
            abi.encodeCall(chain.setDAValidator, (address(blobs))),
            abi.encodeCall(chain.makePermanentRollup, ()),
            abi.encodeCall(chain.setValidator, (STRANGER, true)),
            abi.encodeCall(chain.freeze, ()),
            abi.encodeCall(chain.unfreeze, ())
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            // The owner of everything is a stranger to the chain, and its admin is not its manager.
            vm.prank(i < 5 ? OWNER : ADMIN);
            (bool ok, bytes memory answer) = address(chain).call(calls[i]);
            yes(!ok && bytes4(answer) == reason, "not authorized");
        }
    }

    function test_addressesAreSetOnce() public {
        expectError(Bridgehub.AddressesAlreadySet.selector);
        vm.prank(OWNER);
        hub.setAddresses(STRANGER, STRANGER);
    }

    function test_adminIsHandedOverInTwoSteps() public {
        vm.prank(ADMIN);
        chain.setPendingAdmin(USER);
        eq(chain.getAdmin(), ADMIN);
        expectError(ChainStorage.Unauthorized.selector);
        vm.prank(STRANGER);
        chain.acceptAdmin();
        vm.prank(USER);
        chain.acceptAdmin();
        eq(chain.getAdmin(), USER);
        eq(chain.getPendingAdmin(), address(0));
        expectError(ChainStorage.Unauthorized.selector);
        vm.prank(USER);
        chain.acceptAdmin();
    }

    /* Data availability */

    function test_permanentRollupCannotHideItsData() public {
        vm.startPrank(ADMIN);
        chain.setDAValidator(address(validium));
        expectError(ChainAdmin.PermanentRollupNeedsData.selector);
        chain.makePermanentRollup();
        chain.setDAValidator(address(blobs));
        chain.makePermanentRollup();
        expectError(ChainAdmin.PermanentRollupNeedsData.selector);
        chain.setDAValidator(address(validium));
        chain.setDAValidator(address(calldatas));
        vm.stopPrank();
    }

    function test_onlyListedDAValidators() public {
        expectError(ChainTypeManager.DASchemeMismatch.selector);
        vm.prank(OWNER);
        manager.registerDAValidator(address(blobs), 3);
        vm.prank(OWNER);
        manager.unregisterDAValidator(address(blobs));
        expectError(ChainAdmin.DAValidatorNotListed.selector);
        vm.prank(ADMIN);
        chain.setDAValidator(address(blobs));
    }

    /* Registry of managers, assets, roots */

    function test_registries() public {
        vm.startPrank(OWNER);
        expectError(Bridgehub.ManagerExists.selector);
        hub.addChainTypeManager(address(manager));
        hub.removeChainTypeManager(address(manager));
        expectError(Bridgehub.ManagerUnknown.selector);
        hub.removeChainTypeManager(address(manager));
        expectError(Bridgehub.ManagerUnknown.selector);
        hub.createNewChain(300, address(manager), ether_, ADMIN, "");
        expectError(Bridgehub.AssetIdExists.selector);
        hub.addTokenAssetId(ether_);
        hub.addTokenAssetId(keccak256("asset"));
        vm.stopPrank();
        yes(hub.assetIdIsRegistered(keccak256("asset")), "registered");
        expectError(Bridgehub.ChainUnknown.selector);
        hub.baseToken(300);
    }

    function test_onlyTheChainAddsRoots() public {
        expectError(MessageRoot.NotTheChain.selector);
        vm.prank(STRANGER);
        root.addChainBatchRoot(CHAIN_ID, 1, keccak256("root"));
        expectError(MessageRoot.NotTheChain.selector);
        vm.prank(address(chain));
        root.addChainBatchRoot(CHAIN_ID + 1, 1, keccak256("root"));
    }

    function test_beaconObeysItsManager() public {
        ChainBeacon beacon = ChainBeacon(manager.beacon());
        expectError(ChainBeacon.NotTheManager.selector);
        vm.prank(OWNER);
        beacon.set(address(chain), address(router));
        expectError(ChainBeacon.ChainNotKnown.selector);
        beacon.implementation();
        expectError(ChainBeacon.NoCode.selector);
        vm.prank(address(manager));
        beacon.set(address(chain), STRANGER);
    }
}
